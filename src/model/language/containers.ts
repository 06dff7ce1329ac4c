import type { RawIssue } from "./issue.ts";
import { areFinal, placeIssues, settled } from "./issue.ts";
import type { Look, LookAtMember } from "./look.ts";
import { isObject, lookAt } from "./look.ts";
import type { Output } from "./schema.ts";
import { Schema } from "./schema.ts";

/** The schemas of an object's members. */
export type Shape = Readonly<Record<string, Schema>>;

type OptionalKeys<Members extends Shape> = {
  [Key in keyof Members]: Members[Key] extends { readonly isOptional: true } ? Key : never;
}[keyof Members];

/** What an object with such members is. */
export type ObjectOutput<Members extends Shape> = {
  readonly [Key in Exclude<keyof Members, OptionalKeys<Members>>]: Output<Members[Key]>;
} & { readonly [Key in OptionalKeys<Members>]?: Output<Members[Key]> };

/** An object: a strict one has no other members, any other passes them over. */
export class ObjectSchema<Members extends Shape = Shape> extends Schema<ObjectOutput<Members>> {
  readonly shape: Members;
  readonly isStrict: boolean;
  private readonly members: ReadonlyMap<string, Schema>;
  private readonly required: number;

  constructor(shape: Members, isStrict: boolean) {
    super();
    this.shape = shape;
    this.isStrict = isStrict;
    this.members = new Map(Object.entries(shape));
    this.required = Object.values(shape).filter(({ isOptional }) => !isOptional).length;
  }

  override known(value: unknown): unknown {
    if (!isObject(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, member] of this.members) {
      if (key in value) copy[key] = member.known(value[key]);
    }
    return copy;
  }

  protected lookAtType(): Look {
    const { isStrict, required } = this;
    const members = new Map<string, LookAtMember>();
    let first: LookAtMember | undefined;
    for (const [key, member] of [...this.members].reverse()) {
      first = { key, look: member.look(), next: first };
      members.set(key, first);
    }
    return lookAt({ kind: "object", members, first, required, isStrict });
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (!isObject(value)) {
      issues.push({ code: "invalid_type", expected: "object", input: value });
      return;
    }
    for (const [key, member] of this.members) this.judgeMember(key, member, value, issues);
    if (!this.isStrict) return;
    const keys: string[] = [];
    for (const key in value) if (!this.members.has(key)) keys.push(key);
    if (keys.length === 0) return;
    issues.push({ code: "unrecognized_keys", keys, input: value, continue: true });
  }

  private judgeMember(
    key: string,
    member: Schema,
    value: Readonly<Record<string, unknown>>,
    issues: RawIssue[],
  ): void {
    const isPresent = key in value;
    if (!isPresent && member.isOptional) return;
    const start = issues.length;
    member.judge(value[key], issues);
    if (!isPresent && issues.length === start) {
      issues.push({ code: "invalid_type", expected: "nonoptional" });
    }
    placeIssues(issues, start, key);
  }
}

export class ListSchema<Element extends Schema = Schema> extends Schema<
  readonly Output<Element>[]
> {
  readonly element: Element;

  constructor(element: Element) {
    super();
    this.element = element;
  }

  override known(value: unknown): unknown {
    return Array.isArray(value) ? value.map((entry) => this.element.known(entry)) : value;
  }

  protected lookAtType(): Look {
    return lookAt({ kind: "list", parts: [this.element.look()] });
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (!Array.isArray(value)) {
      issues.push({ code: "invalid_type", expected: "array", input: value });
      return;
    }
    for (const [index, entry] of value.entries()) {
      const start = issues.length;
      this.element.judge(entry, issues);
      placeIssues(issues, start, index);
    }
  }
}

/** A map by free keys. `__proto__` is passed over. */
export class MapSchema<Value extends Schema = Schema> extends Schema<
  Readonly<Record<string, Output<Value>>>
> {
  readonly valueType: Value;

  constructor(valueType: Value) {
    super();
    this.valueType = valueType;
  }

  override known(value: unknown): unknown {
    if (!isObject(value)) return value;
    return Object.fromEntries(
      entriesOf(value).map(([k, entry]) => [k, this.valueType.known(entry)]),
    );
  }

  protected lookAtType(): Look {
    return lookAt({ kind: "map", parts: [this.valueType.look()] });
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (!isObject(value)) {
      issues.push({ code: "invalid_type", expected: "record", input: value });
      return;
    }
    for (const [key, entry] of entriesOf(value)) {
      const start = issues.length;
      this.valueType.judge(entry, issues);
      placeIssues(issues, start, key);
    }
  }
}

/** One of several forms. */
export class UnionSchema<Option extends Schema = Schema> extends Schema<Output<Option>> {
  readonly options: readonly Option[];

  constructor(options: readonly Option[]) {
    super();
    this.options = options;
  }

  override known(value: unknown): unknown {
    return this.options.find((option) => option.accepts(value))?.known(value);
  }

  protected lookAtType(): Look {
    return lookAt({ kind: "union", parts: this.options.map((option) => option.look()) });
  }

  /** Where the type fits one form alone, what is wrong is what that form says. */
  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (this.options.some((option) => option.accepts(value))) return;
    const found = this.options.map((option) => {
      const own: RawIssue[] = [];
      option.judge(value, own);
      return own;
    });
    const [fitting, another] = found.filter((own) => !areFinal(own, 0));
    if (fitting !== undefined && another === undefined) issues.push(...fitting);
    else issues.push({ code: "invalid_union", errors: found.map(settled), input: value });
  }
}

function entriesOf(map: object): readonly (readonly [key: string, value: unknown])[] {
  return Object.entries(map).filter(([key]) => key !== "__proto__");
}
