/** The label that puts an object into a queue of Kueue: kueue pkg/controller/constants. */
export const QUEUE_LABEL = "kueue.x-k8s.io/queue-name";
/** What manages an object that Kueue sends to another Kubernetes cluster: kueue apis/kueue/v1beta1. */
export const MULTIKUEUE = "kueue.x-k8s.io/multikueue";
/** The annotation that lets a job grow and shrink while it runs. */
export const ELASTIC_ANNOTATION = "kueue.x-k8s.io/elastic-job";
