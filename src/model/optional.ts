/** What may be left out: the key itself, or a value of null or undefined. */
export type Optional<T> = T | null | undefined;
