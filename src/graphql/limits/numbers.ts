// What one document and one operation may be. The schema's own description quotes these numbers; a law test compares them.

/** Tokens of a document. Some of its checks take time by the square of a document's size; data goes into variables. */
export const MAX_TOKENS = 20_000;
/** Operations and fragments of a document. */
export const MAX_DEFINITIONS = 200;
/** Fields within fields; the introspection of common tools has 15. */
export const MAX_DEPTH = 20;
/** Fields of an operation, those of a fragment counted wherever it is used. */
export const MAX_FIELDS = 2_000;
/** Renamed fields of an operation, counted alike: they make one short document ask the same question many times. */
export const MAX_ALIASES = 500;
/** Directives of a document, and of one place in it. */
export const MAX_DIRECTIVES = 200;
export const MAX_DIRECTIVES_IN_ONE_PLACE = 5;
/** Changes of one operation: they run one after the other, and some call a customer's endpoint. */
export const MAX_CHANGES = 10;
/** Lists and objects within each other, written in a document or a variable's type; libraries read them by recursion. */
export const MAX_VALUE_DEPTH = 128;

/** Values that an answer may hold, more or less: see cost.ts. Takes some tenths of a second. */
export const MAX_COST = 100_000;
/** What each page or count costs beside its values: a query of the database's own. */
export const QUERY_COST = 500;
/** What each call of one of Larry's tools costs: it asks several such queries, of which some read many days. */
export const TOOL_COST = 5_000;
/** What reading the whole schema by introspection costs, however large it has grown. */
export const WHOLE_SCHEMA_COST = 25_000;
/** How long a list is taken to be that nothing tells the length of. */
export const ASSUMED_LIST = 10;

/** Fragments may nest further than fields, and each step takes stack. */
export const MAX_STEPS = 200;
