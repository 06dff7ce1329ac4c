import { parseAst } from "vitest/node";

/** Where an expression stands in a source text. */
export interface Expression {
  readonly start: number;
  readonly end: number;
}

/** What of a source is code and what is types. */
export interface Expressions {
  readonly expressions: readonly Expression[];
  readonly types: readonly Expression[];
}

/**
 * Finds every expression of a TypeScript source in whose place another one may stand, so that nothing else changes its meaning:
 * no type, no pattern, no name of a property, no target of an assignment, and no part of an optional chain or of a called
 * member but the whole.
 */
export function expressionsOf(source: string): Expressions {
  const expressions: Expression[] = [];
  const types: Expression[] = [];
  visit(parseAst(source, { lang: "ts" }), "statement");
  return { expressions, types };

  function visit(node: object, role: Role): void {
    const { type, start, end } = Object(node);
    if (isOfTypes(type)) {
      types.push({ start, end });
      return;
    }
    if (role === "expression" && EXPRESSIONS.test(type)) expressions.push({ start, end });
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, roleOf(node, key, child, role));
      }
    }
  }
}

/** What a node is to the one above it: `part` has a place that no other expression can take. */
type Role = "statement" | "expression" | "pattern" | "part";

const EXPRESSIONS = /^(?:Literal|Identifier|(?:TemplateLiteral|.*Expression))$/;

/** Nodes of types, but for those that are expressions with a type beside them. */
function isOfTypes(type: string): boolean {
  return type.startsWith("TS") && !/^TS(?:As|Satisfies|NonNull)Expression$/.test(type);
}

function isNode(value: unknown): value is { readonly type: string } {
  return typeof Object(value).type === "string";
}

function roleOf(parent: object, key: string, child: { readonly type: string }, role: Role): Role {
  const { type, computed, optional, method, kind } = Object(parent);
  if (role === "pattern")
    return key === "right" || (computed && key === "key") ? "expression" : "pattern";
  if (isPattern(type, key)) return "pattern";
  if (type === "Property" && key === "key") return computed ? "expression" : "part";
  if (/^(?:Import|Export)/.test(type) && key !== "declaration") return "part";
  if (type === "MethodDefinition" || method || kind === "get" || kind === "set") return "part";
  if (type === "PropertyDefinition") return key === "value" ? "expression" : "part";
  if (type === "ChainExpression" || type === "TSNonNullExpression") return "part";
  if (type === "MemberExpression" && key === "property") return computed ? "expression" : "part";
  // The links of a chain are parts up to its first one.
  if (key === "object" || key === "callee") {
    const isLink = role === "part" || optional;
    return (isLink && LINKS.has(child.type)) ||
      (key === "callee" && child.type === "MemberExpression")
      ? "part"
      : "expression";
  }
  if (type === "TaggedTemplateExpression" || type === "UpdateExpression") return "part";
  if (type === "UnaryExpression" && /^(?:typeof|delete)$/.test(Object(parent).operator))
    return "part";
  return EXPRESSIONS.test(child.type) ? "expression" : "statement";
}

const LINKS: ReadonlySet<string> = new Set(["MemberExpression", "CallExpression"]);

function isPattern(type: string, key: string): boolean {
  return (
    (key === "id" && type !== "ClassExpression") ||
    key === "params" ||
    key === "param" ||
    (key === "left" && /^(?:Assignment|For)/.test(type)) ||
    key === "label" ||
    key === "meta"
  );
}
