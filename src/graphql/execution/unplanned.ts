/** Says that graphql-js has to do it: it alone knows errors, and what was not planned for. Nobody is shown it. */
export class Unplanned extends Error {}
