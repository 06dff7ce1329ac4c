/** Levels of nesting; the deepest field of either document stands at 6. */
export const MAXIMUM_DEPTH = 64;
/** Entries of one list or one object. A thousand worker groups come near the size that etcd stores. */
export const MAXIMUM_ENTRIES = 1_000;
/** Values in one document. */
export const MAXIMUM_VALUES = 100_000;
/** UTF-16 units of one string: the size that Kubernetes allows all annotations of an object together. */
export const MAXIMUM_TEXT_UNITS = 262_144;
/** UTF-16 units of one key; the longest that Kubernetes takes, a label's with its domain, has 317. */
export const MAXIMUM_KEY_UNITS = 1_000;
