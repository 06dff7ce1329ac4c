import type { Finding } from "../../../src/diagnostics/diagnostic.ts";
import { errorsAmong } from "../../../src/diagnostics/errors-among.ts";
import { isObject } from "../../../src/diagnostics/own-field.ts";
import { formatPath } from "../../../src/diagnostics/path.ts";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { checkPodTemplate } from "../../../src/validate/pod/check-pod-template.ts";
import type { PodContext } from "../../../src/validate/pod/pod-context.ts";
import { readYaml } from "../../../src/yaml/read.ts";
import { memory } from "../../memory.ts";

/** A context in few words; the rest is that of a worker of KubeRay 1.7. */
export type Setting = Partial<PodContext> & {
  readonly release?: string;
  readonly clusterYaml?: string;
  readonly groupYaml?: string;
};

/** A template of one sound container, with fields from YAML put over it: of the container, the spec or the template. */
export function container(yaml: string): PlainObject {
  return template({ containers: [{ ...SOUND, ...read(yaml) }] });
}

export function podSpec(yaml: string): PlainObject {
  return template({ containers: [SOUND], ...read(yaml) });
}

export function metadata(yaml: string): PlainObject {
  return { ...template({ containers: [SOUND] }), metadata: read(yaml) };
}

/** A sound container whose only fault can be in its resources. */
export function resources(yaml: string): PlainObject {
  return container(`resources: ${yaml}`);
}

/** Every finding, as `code at path`, below the template. */
export function found(pod: PlainObject, setting: Setting = {}): readonly string[] {
  return findings(pod, setting).map(({ code, path }) => `${code} at ${formatPath(path)}`);
}

export function findings(pod: PlainObject, setting: Setting = {}): readonly Finding[] {
  const { release = "1.7.0", clusterYaml = "{}", groupYaml = "{}", ...context } = setting;
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(`${release} is no release.`);
  return checkPodTemplate(pod, {
    role: "worker",
    kuberay,
    path: [],
    cluster: read(clusterYaml),
    clusterPath: ["CLUSTER"],
    group: read(groupYaml),
    groupPath: ["GROUP"],
    ...context,
  });
}

const SOUND: PlainObject = { name: "ray", image: "registry.example.com/ray:2.52.0" };

function template(spec: PlainObject): PlainObject {
  return { spec };
}

const known = memory<PlainObject>();

function read(yaml: string): PlainObject {
  return known(yaml, () => {
    const { data, findings } = readYaml({ file: "row.yaml", text: yaml }, "manifest");
    if (!isObject(data) || errorsAmong(findings).length > 0) {
      throw new Error(`${yaml} is no sound object.`);
    }
    return data;
  });
}
