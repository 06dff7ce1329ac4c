import { expect, test } from "vitest";
import { inParentheses } from "./compile-at-once.ts";

/** Where each function of a text is that starts with the keyword. */
function functionsOf(text: string) {
  return [...text.matchAll(/(?:async )?function\b[^{]*\{[^{}]*\}/g)].map(({ index, 0: found }) => ({
    startOffset: index,
    endOffset: index + found.length,
  }));
}

test.each([
  ["var a=function(){}", "var a=(function(){})"],
  ["f(1,async function(){})", "f(1,(async function(){}))"],
  ["list.map(function(x){return x})", "list.map((function(x){return x}))"],
  ["({a:function(){}})", "({a:(function(){})})"],
  ["()=>{return function(){}}", "()=>{return (function(){})}"],
])("a function that is a value: %s", (text, expected) => {
  expect(inParentheses(text, functionsOf(text))).toBe(expected);
});

test.each([
  "function a(){}",
  "f();function a(){}",
  "if(b){}function a(){}",
  "var a=(function(){})",
  "var a=()=>1",
  "a={b(){}}",
])("what stays as it is: %s", (text) => {
  const all = [...functionsOf(text), { startOffset: 0, endOffset: text.length }];
  expect(inParentheses(text, all)).toBe(text);
});

test("a function within another", () => {
  const text = "a=function(){return b(function(){})}";
  const inner = text.indexOf("function(){})");
  const places = [
    { startOffset: 2, endOffset: text.length },
    { startOffset: inner, endOffset: inner + "function(){}".length },
  ];
  expect(inParentheses(text, places)).toBe("a=(function(){return b((function(){}))})");
});
