import type { CST } from "./yaml-package.ts";

/** Every token of a concrete syntax tree that holds content. Without recursion, since tokens may lie deep; in no order. */
export function visitTokens(tokens: readonly CST.Token[], visit: (token: CST.Token) => void): void {
  const stack: CST.Token[] = [...tokens];
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    visit(token);
    if (token.type === "document") {
      if (token.value !== undefined) stack.push(token.value);
    } else if ("items" in token) {
      for (const { key, value } of token.items) {
        if (key != null) stack.push(key);
        if (value != null) stack.push(value);
      }
    }
  }
}
