import type { Issue, RawIssue } from "./issue.ts";
import { areFinal, settled } from "./issue.ts";
import type { Look, Test } from "./look.ts";
import { accepts, lookAt, lookWithTests } from "./look.ts";
import { soundCopy } from "./sound-copy.ts";

/** A value, and where a check puts what it finds. */
export interface Payload<T> {
  readonly value: T;
  readonly issues: RawIssue[];
}

/** Keywords of the JSON Schema that is made of a schema. */
export type Meta = Readonly<Record<string, unknown>>;

/** A check of a value whose type is right. */
export interface CheckStep {
  readonly kind: "check" | BoundKind;
  readonly check: (payload: Payload<unknown>) => void;
  /** The bound that the check is for. */
  readonly limit?: number;
  /** Whether the check finds nothing; quicker than the check itself. */
  readonly passes?: Test;
  /** Whether the check runs even where the type is wrong. */
  readonly runsAnyway?: Test;
}

export type BoundKind = "min" | "max" | "gt";

/** A call that made a schema of another. */
export type Step = CheckStep | { readonly kind: "meta"; readonly meta: Meta };

/** What a schema makes of a value. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * A schema in the part of zod's language that the documents are written in. It finds the very issues that zod finds, in the
 * same order: test/model/language.test.ts holds the two alike. But it starts at once, and looks at sound data without a copy.
 */
export abstract class Schema<out T = unknown> {
  /** For the type checker alone: what the schema reads. */
  declare readonly output: T;
  readonly steps: readonly Step[] = [];
  readonly checks: readonly CheckStep[] = [];
  /** Whether a member of an object may be left out. */
  readonly isOptional: boolean = false;
  private quick: Look | undefined = undefined;

  /** Adds keywords of the JSON Schema. */
  meta(meta: Meta): this {
    return this.with({ kind: "meta", meta });
  }

  /** Adds a check of our own. */
  check(check: (payload: Payload<T>) => void, passes?: (value: T) => boolean): this {
    // Checks run on values of the type alone.
    const step = { kind: "check", check, ...(passes === undefined ? {} : { passes }) };
    return this.with(step as CheckStep);
  }

  /** The same, or null, or nothing. */
  nullish(): OptionalSchema<T | null> {
    return new OptionalSchema(new NullableSchema(this), false);
  }

  /** The same, or nothing. */
  optional(): OptionalSchema<T> {
    return new OptionalSchema(this, false);
  }

  /** The same, or no member at all: undefined is not taken. */
  exactOptional(): OptionalSchema<T, true> {
    return new OptionalSchema<T, true>(this, true);
  }

  protected with(step: Step): this {
    const copy: this = Object.create(Object.getPrototypeOf(this));
    const checks = step.kind === "meta" ? this.checks : [...this.checks, step];
    return Object.assign(copy, this, { steps: [...this.steps, step], checks, quick: undefined });
  }

  /** Whether the value is sound: the quick look, which most documents need alone. */
  accepts(value: unknown): boolean {
    return accepts(this.look(), value);
  }

  /** The quick look, put together when it is first needed. */
  look(): Look {
    this.quick ??= lookWithTests(this.lookAtType(), this.checks.map(passing));
    return this.quick;
  }

  /** The value itself where it is sound, else everything that is wrong with it. */
  read(value: unknown): ReadResult<T> {
    // A value that the schema accepts is of its type.
    if (this.accepts(value)) return { ok: true, value: value as T };
    const issues: RawIssue[] = [];
    this.judge(value, issues);
    if (issues.length > 0) return { ok: false, issues: settled(issues) };
    return { ok: true, value: this.pick(value as T) };
  }

  /** A copy of untrusted input where that is plainly sound: see `soundCopy`. */
  soundCopy(input: unknown): T | undefined {
    // A value that the schema accepts is of its type.
    return soundCopy(this.look(), input) as T | undefined;
  }

  /** Sound data without what the schema passes over, its members in the schema's order: fresh objects and lists. */
  pick(value: T): T {
    return this.known(value) as T;
  }

  /** Adds what is wrong with the value and with all inside it. */
  judge(value: unknown, issues: RawIssue[]): void {
    const start = issues.length;
    this.judgeType(value, issues);
    let isFinal = areFinal(issues, start);
    const payload = { value, issues };
    for (const { check, runsAnyway } of this.checks) {
      if (runsAnyway === undefined ? isFinal : !runsAnyway(value)) continue;
      const before = issues.length;
      check(payload);
      isFinal ||= areFinal(issues, before);
    }
  }

  /** `pick` for data of any type. */
  known(value: unknown): unknown {
    return value;
  }

  /** The quick look at the type alone. */
  protected abstract lookAtType(): Look;

  protected abstract judgeType(value: unknown, issues: RawIssue[]): void;
}

function passing({ check, passes }: CheckStep): Test {
  if (passes !== undefined) return passes;
  return (value) => {
    const issues: RawIssue[] = [];
    check({ value, issues });
    return issues.length === 0;
  };
}

/** What a schema reads. */
export type Output<Given> = Given extends Schema<infer T> ? T : never;

/** A member that may be left out; an exact one cannot be undefined. */
export class OptionalSchema<T, Exact extends boolean = false> extends Schema<
  Exact extends true ? T : T | undefined
> {
  override readonly isOptional: true = true;
  readonly inner: Schema<T>;
  readonly isExact: Exact;

  constructor(inner: Schema<T>, isExact: Exact) {
    super();
    this.inner = inner;
    this.isExact = isExact;
  }

  override known(value: unknown): unknown {
    return value === undefined ? value : this.inner.known(value);
  }

  protected lookAtType(): Look {
    const takesUndefined = !this.isExact || this.inner.look().takesUndefined;
    return lookAt({ takesUndefined, isRequired: false }, this.inner.look());
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (value !== undefined || this.isExact) this.inner.judge(value, issues);
  }
}

export class NullableSchema<T> extends Schema<T | null> {
  readonly inner: Schema<T>;

  constructor(inner: Schema<T>) {
    super();
    this.inner = inner;
  }

  override known(value: unknown): unknown {
    return value === null ? value : this.inner.known(value);
  }

  protected lookAtType(): Look {
    return lookAt({ takesNull: true }, this.inner.look());
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (value !== null) this.inner.judge(value, issues);
  }
}
