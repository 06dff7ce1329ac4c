import type { ApiField, ObjectType } from "./api-type.ts";

/** How an object type is read, each part when it is first asked for. */
export interface TypeReader {
  readonly field: (name: string) => ApiField | undefined;
  readonly all: () => readonly ApiField[];
  /** Every field that is required, whatever its default. */
  readonly required: () => readonly ApiField[];
  readonly defaulted: () => readonly ApiField[];
  readonly isAtomic: () => boolean;
  readonly isOpen: boolean;
}

/** An object type that reads no more of itself than it is asked for, and nothing twice. */
export function lazyObjectType(name: string, reader: TypeReader): ObjectType {
  const known = new Map<string, ApiField>();
  let all: ReadonlyMap<string, ApiField> | undefined;
  let required: readonly ApiField[] | undefined;
  let defaulted: readonly ApiField[] | undefined;
  return {
    kind: "object",
    name,
    isOpen: reader.isOpen,
    field: (key) => {
      const field = known.get(key);
      if (field !== undefined) return field;
      const found = reader.field(key);
      // What is not there is not kept: a manifest can ask for any number of names.
      if (found !== undefined) known.set(key, found);
      return found;
    },
    get fields() {
      all ??= new Map(reader.all().map((field) => [field.name, field]));
      return all;
    },
    get required() {
      required ??= reader.required().filter(({ byDefault }) => byDefault === undefined);
      return required;
    },
    get defaulted() {
      defaulted ??= reader.defaulted().filter(({ byDefault }) => byDefault !== undefined);
      return defaulted;
    },
    get isAtomic() {
      return reader.isAtomic();
    },
  };
}
