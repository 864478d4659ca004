// Lets plain Node run this project's TypeScript, worker threads included: they inherit this preload.
import { register } from "tsx/esm/api";

register();
