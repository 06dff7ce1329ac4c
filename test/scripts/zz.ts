import { compile } from "../../src/compile.ts";
import { printYaml } from "../../src/yaml/print.ts";
const r = compile({name:"a",image:"x:1",ray_version:"2.52.0",config:{head_node:{cpu:2,memory_gb:4,container_name:"head"},scaling_groups:[{name:"w",worker_nodes:{cpu:1,memory_gb:2,container_name:"worker",volumes:[{name:"log-volume",mount_path:"/tmp/ray",empty_dir:{}}]},min_workers:0,max_workers:2}],autoscaler_config:{cpu:1,memory_gb:1,image_pull_policy:"Always"}},head_service:{name:"my-head"},
 cluster_template:{headGroupSpec:{enableIngress:true,headService:{spec:{ports:[{name:"x",port:1234}]}},rayStartParams:{"dashboard-port":"8443"},resources:{CPU:"0"}},autoscalerOptions:{volumeMounts:[{name:"a",mountPath:"/a"}],command:["a"]},workerGroupSpecs:[{groupName:"w",resources:{GPU:"1"}}]}} as any,{ray:{request_pod_templates:true}});
console.log(r.ok? printYaml(r.manifest as any):"", JSON.stringify(r.diagnostics,null,1));
if (r.ok) console.log(JSON.stringify(r.plan.addresses));
