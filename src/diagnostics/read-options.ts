import { isPlainObject } from "./plain-data.ts";
import { showText, showValue } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** What an option must be. */
export type OptionKind = "text" | "switch" | "number" | "function" | "list" | "object" | "anything";

/** The kind of every option of a function: none can be forgotten, and each fits its type. */
export type OptionKinds<Options> = {
  readonly [Name in keyof Options]-?: unknown extends Options[Name]
    ? "anything"
    : KindOf<NonNullable<Options[Name]>>;
};

type KindOf<Value> = [Value] extends [string]
  ? "text"
  : [Value] extends [boolean]
    ? "switch"
    : [Value] extends [number]
      ? "number"
      : [Value] extends [(...values: never[]) => unknown]
        ? "function"
        : [Value] extends [readonly unknown[]]
          ? "list"
          : "object";

/** What is wrong with one option, or with all of them. */
export interface OptionProblem {
  /** Undefined where the options as a whole are none. */
  readonly option: string | undefined;
  /** A sentence that names the option. */
  readonly message: string;
  readonly hint: string;
}

/**
 * Reads the options of a function once, whatever they are: nothing is ignored in silence, neither an option that is not
 * known nor a value of the wrong type, and a getter or a proxy that throws is a problem like any other. Never throws.
 */
export function readOptions<Options extends object>(
  given: unknown,
  kinds: OptionKinds<Options>,
): { readonly values: Partial<Options>; readonly problems: readonly OptionProblem[] } {
  const kindOf: ReadonlyMap<string, OptionKind> = new Map(Object.entries<OptionKind>(kinds));
  const values: Record<string, unknown> = {};
  const problems: OptionProblem[] = [];
  const known = [...kindOf.keys()];
  const names = namesIn(given, known, problems);
  for (const name of names) {
    const value = kindOf.has(name) ? read(given, name, problems) : undefined;
    if (value !== undefined && value !== null) values[name] = value;
  }
  keepFitting<Options>(values, kindOf, problems);
  for (const name of names) if (!kindOf.has(name)) problems.push(unknownOption(name, known));
  return { values, problems };
}

/** Takes out what is not of its kind, and says so. */
function keepFitting<Options extends object>(
  values: Record<string, unknown>,
  kindOf: ReadonlyMap<string, OptionKind>,
  problems: OptionProblem[],
): asserts values is Record<string, unknown> & Partial<Options> {
  for (const [name, value] of Object.entries(values)) {
    const kind = kindOf.get(name);
    if (kind === undefined || isOfKind(value, kind)) continue;
    delete values[name];
    problems.push(wrongType(name, kind, value));
  }
}

/** `readOptions` for a function that throws: a TypeError that names the function and the option. */
export function optionsOrThrow<Options extends object>(
  call: string,
  given: unknown,
  kinds: OptionKinds<Options>,
): Partial<Options> {
  const { values, problems } = readOptions<Options>(given, kinds);
  const [first] = problems;
  if (first !== undefined) throw new TypeError(`${call}: ${first.message} ${first.hint}`);
  return values;
}

/**
 * What a function makes of an argument that must be of a kind which only trying can tell, such as a plan: whatever is thrown
 * on the way is a TypeError that names the argument.
 */
export function readingArgument<T>(call: string, argument: string, what: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof TypeError && cause.message.startsWith(`${call}: `)) throw cause;
    throw new TypeError(`${call}: ${argument} must be ${what}, but it is not.`, { cause });
  }
}

/** The names of the options that are there: own keys, and known ones from anywhere. */
function namesIn(
  given: unknown,
  known: readonly string[],
  problems: OptionProblem[],
): readonly string[] {
  if (given === undefined || given === null) return [];
  try {
    if (!isPlainObject(given)) {
      const message = `The options must be an object, but they are ${showValue(given)}.`;
      problems.push({ option: undefined, message, hint: `The options are ${known.join(", ")}.` });
      return [];
    }
    return [...new Set([...known, ...Object.keys(given)])];
  } catch {
    const message = "The options could not be read: a getter or a proxy threw.";
    problems.push({ option: undefined, message, hint: "Pass a plain object." });
    return [];
  }
}

function read(given: unknown, name: string, problems: OptionProblem[]): unknown {
  try {
    return isPlainObject(given) ? given[name] : undefined;
  } catch {
    const message = `The option ${name} could not be read: a getter or a proxy threw.`;
    problems.push({ option: name, message, hint: "Pass a plain object." });
    return undefined;
  }
}

const KIND_WORDS: Readonly<Record<OptionKind, string>> = Object.freeze({
  text: "a string",
  switch: "true or false",
  number: "a finite number",
  function: "a function",
  list: "a list",
  object: "an object",
  anything: "anything",
});

function isOfKind(value: unknown, kind: OptionKind): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "switch":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "function":
      return typeof value === "function";
    case "list":
      return isList(value);
    case "object":
      return isObject(value);
    default:
      return true;
  }
}

/** A revoked proxy is an object that even a question about it makes throw. */
function isObject(value: unknown): boolean {
  try {
    return isPlainObject(value);
  } catch {
    return false;
  }
}

function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function wrongType(option: string, kind: OptionKind, value: unknown): OptionProblem {
  const wanted = KIND_WORDS[kind];
  return {
    option,
    message: `The option ${option} must be ${wanted}, but it is ${shown(value)}.`,
    hint: `Pass ${wanted}, or leave ${option} out.`,
  };
}

function shown(value: unknown): string {
  try {
    return showValue(value);
  } catch {
    return "a proxy that was revoked";
  }
}

function unknownOption(name: string, known: readonly string[]): OptionProblem {
  return {
    option: name,
    message: `There is no option ${showText(name)}.`,
    hint: didYouMean(name, known) ?? `The options are ${known.join(", ")}.`,
  };
}
