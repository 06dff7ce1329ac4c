/** What Ray is told of a group's devices: nothing, `num-gpus 1` or `TPU 4`. */
export interface Told {
  /** KubeRay up to 1.2, 1.3, and from 1.4 on, where the cluster does not scale. */
  readonly fixed: readonly [string, string, string];
  /** The same where it does. */
  readonly scaling: readonly [string, string, string];
}

export interface Expectation extends Told {
  readonly title: string;
  /** The extended resources of a pod, as the manifest has them. */
  readonly resources: Readonly<Record<string, string>>;
  /** Its pods have a claim, which the API of KubeRay has from 1.3.1 on. */
  readonly claims?: true;
  /** numOfHosts from 1.1 on; undefined: left out. */
  readonly hosts?: number;
}

const always = (told: string): Told => ({
  fixed: [told, told, told],
  scaling: [told, told, told],
});
const never = always("");
const gpu = (count: string) => ({ "nvidia.com/gpu": count });

/** TPUs, which KubeRay derives from 1.3 on and Ray's autoscaler always. */
function tpu(title: string, chips: string, hosts: number): Expectation {
  const told = `TPU ${chips}`;
  return {
    title,
    resources: { "google.com/tpu": chips },
    hosts,
    fixed: [told, "", ""],
    scaling: [told, "", ""],
  };
}

/** In the order of docs/accelerators.md. */
export const expectations: readonly Expectation[] = [
  { title: "Whole GPUs on GKE", resources: gpu("1"), ...never },
  { title: "Whole GPUs on EKS", resources: gpu("1"), ...never },
  { title: "Whole GPUs on AKS", resources: gpu("1"), ...never },
  { title: "Whole GPUs on your own machines", resources: gpu("4"), ...never },
  {
    title: "Whole GPUs with EFA",
    resources: { ...gpu("8"), "hugepages-2Mi": "5Gi", "vpc.amazonaws.com/efa": "32" },
    ...never,
  },
  { title: "MIG, strategy single", resources: gpu("1"), ...never },
  {
    title: "MIG, strategy mixed",
    resources: { "nvidia.com/mig-3g.40gb": "1" },
    fixed: ["num-gpus 1", "num-gpus 1", ""],
    scaling: ["num-gpus 1", "num-gpus 1", "num-gpus 1"],
  },
  {
    title: "Time slices and MPS",
    resources: { "nvidia.com/gpu.shared": "1" },
    ...always("num-gpus 1"),
  },
  {
    title: "HAMi",
    resources: { ...gpu("1"), "nvidia.com/gpucores": "50", "nvidia.com/gpumem": "8k" },
    ...never,
  },
  {
    title: "Shares under a name that ends in gpu",
    resources: { "k8s.amazonaws.com/vgpu": "1" },
    ...never,
  },
  { title: "AMD GPUs", resources: { "amd.com/gpu": "1" }, ...never },
  { title: "Intel GPUs", resources: { "gpu.intel.com/i915": "1" }, ...always("num-gpus 1") },
  {
    title: "Intel Gaudi",
    resources: { "habana.ai/gaudi": "8", "hugepages-2Mi": "30000Mi" },
    ...always("HPU 8"),
  },
  {
    title: "Neuron cores",
    resources: { "aws.amazon.com/neuroncore": "2" },
    fixed: ["neuron_cores 2", "", ""],
    scaling: ["neuron_cores 2", "neuron_cores 2", "neuron_cores 2"],
  },
  {
    title: "Neuron devices",
    resources: { "aws.amazon.com/neuron": "16", "vpc.amazonaws.com/efa": "8" },
    ...always("neuron_cores 32"),
  },
  tpu("TPU v5e on one host", "8", 1),
  tpu("TPU v5e on several hosts", "4", 4),
  tpu("TPU v6e on one host", "4", 1),
  tpu("TPU v6e on several hosts", "4", 64),
  tpu("TPU v4", "4", 2),
  tpu("TPU v5p", "4", 4),
  { title: "Huawei Ascend", resources: { "huawei.com/Ascend910": "8" }, ...always("NPU 8") },
  { title: "Parts of a GPU by KAI", resources: {}, ...always("num-gpus 1") },
  { title: "Devices by claim", resources: {}, claims: true, ...always("num-gpus 1") },
  { title: "Any other device", resources: { "example.com/fpga": "1" }, ...always("fpga 1") },
];
