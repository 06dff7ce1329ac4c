import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { labelValueProblem } from "../../api/identifiers/label-value.ts";
import { isObject, ownField, ownList } from "../../diagnostics/own-field.ts";
import { listWords, showText, wordText } from "../../diagnostics/show.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt, itemsAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";

const SETS = Object.freeze(["In", "NotIn"]);
const EXISTENCE = Object.freeze(["Exists", "DoesNotExist"]);
const ORDER = Object.freeze(["Gt", "Lt"]);

/** What the expressions of a selector may be. */
export interface SelectorRules {
  /** Gt and Lt, which compare the labels of nodes. */
  readonly compares: boolean;
  /** The values are label values. */
  readonly checksValues: boolean;
}

/** What is wrong with `matchExpressions`. Source: Kubernetes, ValidateNodeSelectorRequirement and ValidateLabelSelectorRequirement. */
export function* expressionFindings(selector: Place, rules: SelectorRules): Iterable<PodFinding> {
  for (const expression of itemsAt(selector, "matchExpressions")) {
    yield* keyFindings(expression);
    yield* operatorFindings(expression, rules);
    if (rules.checksValues) yield* valueFindings(expression);
  }
}

/** What is wrong with a label selector: its labels and expressions. */
export function* labelSelectorFindings(selector: Place): Iterable<PodFinding> {
  for (const [key, { data, path }] of entriesAt(selector, "matchLabels")) {
    const problem = labelKeyProblem(key);
    if (problem !== undefined) {
      const message = `The label's key ${showText(key)} is not valid. ${problem}`;
      yield { path, target: "key", message, hint: "Write the key exactly as on the pods." };
    }
    const valueProblem = typeof data === "string" ? labelValueProblem(data) : undefined;
    if (valueProblem === undefined) continue;
    const message = `The label's value ${showText(wordText(data))} is not valid. ${valueProblem}`;
    yield { path, message, hint: "Write the value exactly as on the pods." };
  }
  yield* expressionFindings(selector, { compares: false, checksValues: true });
}

/** The keys that a selector names itself. */
export function selectorKeys({ data }: Place): ReadonlySet<string> {
  const labels = ownField(data, "matchLabels");
  const keys = isObject(labels) ? Object.keys(labels) : [];
  const expressions = ownList(data, "matchExpressions").map((item) => ownField(item, "key"));
  return new Set([...keys, ...expressions.map(String)]);
}

function* keyFindings(expression: Place): Iterable<PodFinding> {
  const { data, path } = fieldAt(expression, "key");
  const problem = typeof data === "string" ? labelKeyProblem(data) : undefined;
  if (problem === undefined) return;
  const message = `The key ${showText(wordText(data))} of the expression is not valid. ${problem}`;
  yield { path, message, hint: "Write a label key." };
}

function* operatorFindings(expression: Place, { compares }: SelectorRules): Iterable<PodFinding> {
  const { data, path } = fieldAt(expression, "operator");
  if (typeof data !== "string") return;
  const known = [...SETS, ...EXISTENCE, ...(compares ? ORDER : [])];
  if (!known.includes(data)) {
    const words = listWords(known, "or");
    const message = `The operator ${showText(data)} is not valid; it must be ${words}.`;
    yield { path, message, hint: didYouMean(data, known) ?? `Use ${words}.` };
    return;
  }
  const values = fieldAt(expression, "values");
  const number = ownList(expression.data, "values").length;
  const problem =
    SETS.includes(data) && number === 0
      ? "needs at least one value"
      : EXISTENCE.includes(data) && number > 0
        ? "takes no values"
        : ORDER.includes(data) && number !== 1
          ? "needs exactly one value"
          : undefined;
  if (problem === undefined) return;
  const message = `The operator ${data} ${problem}; there ${number === 1 ? "is 1" : `are ${number}`}.`;
  const hint = EXISTENCE.includes(data) ? "Remove values, or use In." : "Write the values.";
  yield { path: number === 0 ? expression.path : values.path, message, hint };
}

function* valueFindings(expression: Place): Iterable<PodFinding> {
  for (const { data, path } of placesAt(expression, ["values", "*"])) {
    const problem = typeof data === "string" ? labelValueProblem(data) : undefined;
    if (problem === undefined) continue;
    const message = `The value ${showText(wordText(data))} of the expression is not valid. ${problem}`;
    yield { path, message, hint: "Write a label value." };
  }
}
