import { newestKuberayVersion } from "../../kuberay/releases.ts";
import { PROJECT_FILE } from "./find-project-file.ts";

/** A file of a new project. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/**
 * A project with one request that compiles without a warning; the project file comes first. `hasSchemas` is whether the
 * package is installed in it, so that editors find its schemas.
 */
export function starterFiles(hasSchemas: boolean): readonly StarterFile[] {
  const schema = (name: string, up: string) =>
    hasSchemas
      ? `# yaml-language-server: $schema=${up}node_modules/raycluster-compiler/schemas/${name}.schema.json\n`
      : "";
  return [
    {
      path: PROJECT_FILE,
      text: `${schema("raycluster-config", "")}# raycluster build compiles what is listed here; raycluster check says whether the outputs are up to date.
targets:
  - name: production
    requests: ["requests/**/*.yaml"]
    settings: deploy/production.yaml
    output_dir: manifests/production
    strict: true
`,
    },
    {
      path: "deploy/production.yaml",
      text: `${schema("deployment-settings", "../")}# Describes the Kubernetes cluster. Helm values with these keys work as well.
kuberay_version: "${newestKuberayVersion}"
ray:
  enabled: true
  supports_gpus: false
worker:
  service_account: {name: default}
`,
    },
    {
      path: "requests/train.yaml",
      text: `${schema("raycluster-request", "../")}name: train
image: registry.example.com/train:1.2 # head and workers run it
ray_version: "2.52.0" # the Ray version in the image
config:
  head_node: {cpu: 4, memory_gb: 16}
  scaling_groups:
    - worker_nodes: {cpu: 8, memory_gb: 32}
      min_workers: 2
      max_workers: 2
`,
    },
  ];
}
