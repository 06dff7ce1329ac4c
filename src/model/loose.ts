/**
 * A document as it may be after what was wrong in it is taken out: any field can be missing; a map has fewer entries. A
 * sound document is one too.
 */
export type Loose<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : string extends keyof T
      ? { readonly [Key in keyof T]: Loose<T[Key]> }
      : { readonly [Key in keyof T]?: Loose<T[Key]> | null | undefined };
