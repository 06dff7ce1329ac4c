import { parseAst } from "vitest/node";
import type { Expression } from "./expressions.ts";
import { expressionsOf } from "./expressions.ts";
import type { Mutation } from "./mutations.ts";
import { mutationsOf } from "./mutations.ts";

/** A mutation that a switched source has in it. */
export interface Mutant extends Mutation {
  readonly file: string;
  /** The expression that gives way to its changed copy. Mutants of one expression are one choice. */
  readonly expression: number;
}

/** A source text with all its mutants in it. */
export interface SwitchedSource {
  readonly text: string;
  /** The numbers of mutants and of expressions go on from the files before. */
  readonly mutants: readonly Mutant[];
  readonly expressions: number;
}

/** What the numbers of a file begin with. */
interface Numbers {
  readonly mutants: number;
  readonly expressions: number;
}

/**
 * Puts every mutant of a file into its text: an expression becomes a choice between its changed copies and itself, by the
 * number of the mutant that is active. `$mutants.reach(EXPRESSION)` counts and returns that number; `$mutants.active` is it.
 * Mutations of types and of patterns are left out, as are those that are no TypeScript.
 */
export function switchedSource(file: string, source: string, first: Numbers): SwitchedSource {
  const { expressions, types } = expressionsOf(source);
  const choices = new Map<Expression, Mutation[]>();
  for (const mutation of mutationsOf(source)) {
    if (smallestAround(types, mutation) !== undefined) continue;
    const place = smallestAround(expressions, mutation);
    if (place === undefined || !isExpression(changed(source, place, mutation))) continue;
    choices.set(place, [...(choices.get(place) ?? []), mutation]);
  }
  const outermostFirst = [...choices.keys()].sort((a, b) => a.start - b.start || b.end - a.end);
  const mutants: Mutant[] = [];
  let expression = first.expressions;
  const text = switched({ start: 0, end: source.length });
  return { text, mutants, expressions: expression };

  /** A part of the text with all the choices in it. */
  function switched({ start, end }: Expression): string {
    let at = start;
    let result = "";
    for (
      let next = outermostFirst[0];
      next !== undefined && next.end <= end;
      next = outermostFirst[0]
    ) {
      outermostFirst.shift();
      result += source.slice(at, next.start) + choice(next);
      at = next.end;
    }
    return result + source.slice(at, end);
  }

  function choice(place: Expression): string {
    const number = expression++;
    const copies = (choices.get(place) ?? []).map((mutation, index) => {
      const active = index === 0 ? `$mutants.reach(${number})` : "$mutants.active";
      mutants.push({ ...mutation, file, expression: number });
      const mutant = first.mutants + mutants.length - 1;
      return `${active} === ${mutant} ? (${changed(source, place, mutation)}) : `;
    });
    return `(${copies.join("")}(${switched(place)}))`;
  }
}

function smallestAround(
  expressions: readonly Expression[],
  { start, end }: Mutation,
): Expression | undefined {
  let smallest: Expression | undefined;
  for (const expression of expressions) {
    if (expression.start > start || expression.end < end) continue;
    const isSmaller =
      smallest === undefined || expression.end - expression.start < smallest.end - smallest.start;
    if (isSmaller) smallest = expression;
  }
  return smallest;
}

function changed(source: string, place: Expression, { start, end, text }: Mutation): string {
  return source.slice(place.start, start) + text + source.slice(end, place.end);
}

function isExpression(text: string): boolean {
  try {
    parseAst(`async function* f() { (${text}); }`, { lang: "ts" });
    return true;
  } catch {
    return false;
  }
}
