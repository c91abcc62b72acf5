/** What a mapper child exits with when an allocation fails as an exception rather than by V8 ending the process. */
export const EXIT_OUT_OF_MEMORY = 77;
