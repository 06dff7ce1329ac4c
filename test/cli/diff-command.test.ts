import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { commitFiles, writeFiles } from "./repository.ts";
import { runCommandLine } from "./run-command-line.ts";

function manifest(name: string, cpu = 4, namespace?: string): string {
  const request = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    image: "registry.example.com/train:1.2",
    ray_version: "2.52.0",
    config: { n_nodes: 2, node_config: { cpu, memory_gb: 16 } },
  };
  return printYaml(compileOrThrow(request).manifest);
}

function titles(stdout: string): readonly string[] {
  const diffs: readonly { readonly title: string }[] = JSON.parse(stdout);
  return diffs.map(({ title }) => title);
}

test("the same meaning in another spelling ends with 0", async () => {
  const files = {
    "old.yaml": manifest("train"),
    "new.yaml": manifest("train").replace('"4"', "4000m"),
  };
  const { exitCode, stdout, stderr } = await runCommandLine(["diff", "old.yaml", "new.yaml"], {
    files,
  });
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("4000m");
});

test("a name that is no text is told, and is no crash", async () => {
  const odd = JSON.stringify({
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: { toString: "y", valueOf: null }, namespace: [{ toString: 1 }] },
    spec: {},
  });
  const files = { "old/a.yaml": manifest("train"), "new/a.yaml": odd };
  const { exitCode, stderr } = await runCommandLine(["diff", "old", "new"], { files });
  expect(stderr).not.toContain("bug in raycluster");
  expect(exitCode).not.toBe(70);
});

test("another meaning ends with 1, trouble with 2", async () => {
  const files = {
    "old.yaml": manifest("train"),
    "new.yaml": manifest("train", 8),
    "empty.yaml": "",
  };
  const run = (...argv: string[]) => runCommandLine(["diff", ...argv], { files });
  expect((await run("old.yaml", "new.yaml")).exitCode).toBe(1);
  expect((await run("old.yaml", "none.yaml")).exitCode).toBe(2);
  expect((await run("old.yaml", "empty.yaml")).exitCode).toBe(2);
  expect((await run("old.yaml")).exitCode).toBe(2);
  expect((await run("-", "-")).exitCode).toBe(2);
  expect((await run("old.yaml", "new.yaml", "--kuberay-version", "0.1.0")).exitCode).toBe(2);
});

test("standard input and lists of kubectl are read", async () => {
  const list = JSON.stringify({
    apiVersion: "v1",
    kind: "List",
    items: [{ kind: "Service", apiVersion: "v1" }, compileOrThrow(request("train")).manifest],
  });
  const { exitCode } = await runCommandLine(["diff", "-", "new.yaml"], {
    files: { "new.yaml": manifest("train") },
    stdin: list,
  });
  expect(exitCode).toBe(0);
});

function request(name: string): object {
  return {
    name,
    image: "registry.example.com/train:1.2",
    ray_version: "2.52.0",
    config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
  };
}

test("of objects that a file has under one name, the last one counts", async () => {
  const { exitCode, stdout } = await runCommandLine(["diff", "old", "new", "--format", "json"], {
    files: {
      "old/a.yaml": manifest("a"),
      "new/a.yaml": `${manifest("a", 8)}---\n${manifest("b")}---\n${manifest("a")}`,
    },
  });
  expect(exitCode).toBe(1);
  expect(titles(stdout)).toEqual(["b (a.yaml)", "a (a.yaml)"]);
});

test("clusters of two folders are paired by name, then by file", async () => {
  const { exitCode, stdout } = await runCommandLine(["diff", "old", "new", "--format", "json"], {
    files: {
      "old/a.yaml": manifest("a"),
      "old/moved.yaml": manifest("b"),
      "old/renamed.yaml": manifest("c"),
      "old/gone.yaml": manifest("d"),
      "new/a.yaml": manifest("a"),
      "new/elsewhere.yaml": manifest("b"),
      "new/renamed.yaml": manifest("e"),
      "new/stream.yaml": `${manifest("f")}---\n# Only a comment.\n---\n${manifest("g")}`,
      "new/service.yaml": "apiVersion: v1\nkind: Service\n",
      "new/notes.txt": "nothing",
    },
  });
  expect(exitCode).toBe(1);
  expect(titles(stdout)).toEqual([
    "a (a.yaml)",
    "b (elsewhere.yaml)",
    "e (renamed.yaml)",
    "f (stream.yaml)",
    "g (stream.yaml)",
    "d (gone.yaml)",
  ]);
});

test("a mistake in the second document of a stream is found on its line", async () => {
  const { exitCode, stderr } = await runCommandLine(["diff", "old.yaml", "new.yaml"], {
    files: { "old.yaml": manifest("a"), "new.yaml": "kind: RayCluster\n---\na: b\nkind: [\n" },
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain("new.yaml:4:");
});

test("what git has is compared with the working tree", async () => {
  const prepare = (folder: string): void => {
    commitFiles(folder, { "out/a.yaml": manifest("a"), "out/gone.yaml": manifest("gone") });
    execFileSync("git", ["rm", "-q", "out/gone.yaml"], { cwd: folder });
    writeFiles(folder, { "out/a.yaml": manifest("a", 8), "out/fresh.yaml": manifest("fresh") });
  };
  const all = await runCommandLine(["diff", "--git", "HEAD", "out", "--format", "json"], {
    prepare,
  });
  expect([all.exitCode, all.stderr]).toEqual([1, ""]);
  expect(titles(all.stdout)).toEqual(["a (a.yaml)", "fresh (fresh.yaml)", "gone (gone.yaml)"]);
  const gone = await runCommandLine(
    ["diff", "--git", "HEAD", "out/gone.yaml", "--format", "json"],
    {
      prepare,
    },
  );
  expect(titles(gone.stdout)).toEqual(["gone (out/gone.yaml)"]);
  const wrong = await runCommandLine(["diff", "--git", "no-such-revision", "out"], { prepare });
  expect([wrong.exitCode, wrong.stderr.split("\n").length]).toEqual([2, 2]);
  const option = await runCommandLine(["diff", "--git=--output=x", "out"], { prepare });
  expect([option.exitCode, option.files.x]).toEqual([2, undefined]);
});

test("a file that is no RayCluster is trouble, not a difference", async () => {
  const { exitCode, stderr } = await runCommandLine(["diff", "old.yaml", "new.yaml"], {
    files: { "old.yaml": manifest("a"), "new.yaml": "apiVersion: v1\nkind: Service\n" },
  });
  expect([exitCode, stderr]).toEqual([
    2,
    "raycluster: new.yaml has no KubeRay manifest (RayCluster, RayJob, RayService or RayCronJob), but a Service.\n",
  ]);
});
