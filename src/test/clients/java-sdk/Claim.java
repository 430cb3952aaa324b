/** Something that holds, or else throws. */
interface Claim {
    void hold() throws Exception;
}
