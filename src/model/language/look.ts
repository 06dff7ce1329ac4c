/** Tells of a value whether it is sound, and nothing more. */
export type Test = (value: unknown) => boolean;

/**
 * How to look at a value quickly: whether it is sound, not what is wrong with it. It is data, so that the same few functions
 * look at everything, and no function is made for each schema when a program starts.
 */
export interface Look {
  readonly kind: "text" | "boolean" | "other" | "object" | "list" | "map" | "union";
  /** Of other values: whether the type is right. */
  readonly isOfType: Test;
  /** Of an object: how to look at its members. */
  readonly members: ReadonlyMap<string, LookAtMember>;
  /** Of an object: its first member. */
  readonly first: LookAtMember | undefined;
  /** Of an object: how many of the members must be there. */
  readonly required: number;
  /** Of an object: whether it has no other members. */
  readonly isStrict: boolean;
  /** How to look at the entries of a list or a map; the forms of a union. */
  readonly parts: readonly Look[];
  /** What must hold besides the type. */
  readonly tests: readonly Test[];
  readonly takesNull: boolean;
  readonly takesUndefined: boolean;
  /** Whether an object must have such a member. */
  readonly isRequired: boolean;
}

/** How to look at a member of an object, and which member comes next in the schema. */
export interface LookAtMember {
  readonly key: string;
  readonly look: Look;
  readonly next: LookAtMember | undefined;
}

const ANYTHING: Look = Object.freeze({
  kind: "other",
  isOfType: () => true,
  members: new Map(),
  first: undefined,
  required: 0,
  isStrict: false,
  parts: [],
  tests: [],
  takesNull: false,
  takesUndefined: false,
  isRequired: true,
});

/** All looks have the same members in one order, which V8 reads fastest. */
export function lookAt(given: Partial<Look>, base: Look = ANYTHING): Look {
  return { ...base, ...given };
}

/** A look with tests besides; null or undefined, where the look takes them, are tested as well. */
export function lookWithTests(look: Look, tests: readonly Test[]): Look {
  if (tests.length === 0) return look;
  const isBare = look.tests.length === 0 && !look.takesNull && !look.takesUndefined;
  if (isBare) return lookAt({ tests }, look);
  const { isRequired } = look;
  return lookAt({ isOfType: (value) => accepts(look, value), tests, isRequired });
}

/** Whether a value is sound. */
export function accepts(look: Look, value: unknown): boolean {
  if (value === null ? look.takesNull : value === undefined && look.takesUndefined) return true;
  if (!isOfKind(look, value)) return false;
  const { tests } = look;
  for (let index = 0; index < tests.length; index++) {
    if (tests[index]?.(value) === false) return false;
  }
  return true;
}

function isOfKind(look: Look, value: unknown): boolean {
  switch (look.kind) {
    case "text":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "other":
      return look.isOfType(value);
    case "object":
      return isObject(value) && hasSoundMembers(look, value);
    case "list":
      return Array.isArray(value) && hasSoundEntries(look, value);
    case "map":
      return isObject(value) && hasSoundValues(look, value);
    case "union":
      return look.parts.some((part) => accepts(part, value));
  }
}

function hasSoundMembers(look: Look, object: Readonly<Record<string, unknown>>): boolean {
  let missing = look.required;
  for (const key in object) {
    const member = look.members.get(key);
    if (member === undefined) {
      if (look.isStrict) return false;
      continue;
    }
    if (!accepts(member.look, object[key])) return false;
    if (member.look.isRequired) missing--;
  }
  return missing === 0;
}

function hasSoundEntries({ parts: [element] }: Look, list: readonly unknown[]): boolean {
  for (let index = 0; index < list.length; index++) {
    if (element !== undefined && !accepts(element, list[index])) return false;
  }
  return true;
}

function hasSoundValues(
  { parts: [element] }: Look,
  map: Readonly<Record<string, unknown>>,
): boolean {
  for (const key in map) {
    if (key === "__proto__" || (element !== undefined && !accepts(element, map[key]))) return false;
  }
  return true;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
