/** Members that a part of the manifest may have or not, while it is being put together. */
export type Draft<T, Key extends keyof T = keyof T> = { -readonly [K in Key]?: T[K] };
