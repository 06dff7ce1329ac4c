import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { CompileError, compileOrThrow } from "../../src/compile-or-throw.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";

const config = { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } };
const sound = { name: "train", image: "ray:1", ray_version: "2.52.0", config };

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

test("what compiles is returned as compile returns it", () => {
  expect(compileOrThrow(sound)).toEqual(compile(sound));
});

test("what does not compile is thrown, with the report and the source lines of both texts", () => {
  const request = { file: "wanted.yaml", text: JSON.stringify({ ...sound, image: "" }, null, 2) };
  const settings = { file: "given.yaml", text: "ray:\n  enabled: false\n" };
  const { diagnostics } = compile(request, settings);
  const error = thrownBy(() => compileOrThrow(request, settings));
  expect(error).toBeInstanceOf(CompileError);
  expect(error).toMatchObject({ name: "CompileError", diagnostics });
  const texts = new Map([request, settings].map(({ file, text }) => [file, text]));
  const message = error instanceof Error ? error.message : "";
  expect(message).toBe(renderDiagnostics(diagnostics, { texts }));
  expect(message).toContain('  3 |   "image": "",');
  expect(message).toContain("  2 |   enabled: false");
});

test("documents that are no texts are reported without lines", () => {
  const error = thrownBy(() => compileOrThrow({ ...sound, image: "" }));
  const { diagnostics } = compile({ ...sound, image: "" });
  expect(error).toMatchObject({ diagnostics, message: renderDiagnostics(diagnostics) });
});

test("wrong options and strict warnings are thrown, too", () => {
  const wrong: object = { strict: "yes" };
  expect(thrownBy(() => compileOrThrow(sound, {}, wrong))).toMatchObject({
    diagnostics: compile(sound, {}, wrong).diagnostics,
  });
  const warned: object = {
    ...sound,
    config: { ...config, node_config: { cpu: 0.5, memory_gb: 16 } },
  };
  expect(compileOrThrow(warned).diagnostics).toMatchObject([{ severity: "warning" }]);
  expect(thrownBy(() => compileOrThrow(warned, {}, { strict: true }))).toBeInstanceOf(CompileError);
});
