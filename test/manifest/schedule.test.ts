import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";

const nightly = (job: object): object => ({
  name: "nightly",
  image: "train:1",
  ray_version: "2.52.0",
  config: { n_nodes: 1, node_config: { cpu: 4, memory_gb: 16 } },
  job: {
    entrypoint: "python train.py",
    schedule: "0 3 * * *",
    shutdown_after_finish: true,
    active_deadline_seconds: 600,
    ...job,
  },
});

const BACKLOG = "When the schedule resumes, every missed run may start at once.";

test.each([
  [true, "1.7.0", 2],
  [true, "1.6.2", 1],
  [false, "1.7.0", 1],
  [undefined, "1.7.0", 1],
])(
  "a schedule with suspend %s for KubeRay %s is judged alike as request and as manifest",
  (suspend, release, number) => {
    const compiled = compile(nightly({ suspend }), { kuberay_version: release });
    if (!compiled.ok) throw new Error("The schedule does not compile.");
    expect(compiled.manifest).toMatchObject({ kind: "RayCronJob", spec: given(suspend) });
    const judged = validateManifests([compiled.manifest], { kuberayVersion: release });
    const [asRequest, asManifest] = [compiled, judged].map(({ diagnostics }) =>
      diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
    );
    expect(asRequest).toEqual(asManifest);
    expect(asRequest).toHaveLength(number);
    expect(asRequest?.includes(`warning: ${BACKLOG}`)).toBe(number === 2);
  },
);

function given(suspend: boolean | undefined): object {
  return suspend === undefined ? {} : { suspend };
}
