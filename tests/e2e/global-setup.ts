import { startServer, temporaryData } from "./server";

/** One server with a fresh demo for all journeys; workers find its address in the environment. */
export default async function startForAll(): Promise<() => Promise<void>> {
  const data = temporaryData();
  const server = await startServer({ dataDir: data.dataDir }).catch((error: unknown) => {
    data.remove();
    throw error;
  });
  process.env.KRONIEK_E2E_URL = server.url;
  process.env.KRONIEK_E2E_DATA = data.dataDir;
  return async () => {
    await server.stop();
    data.remove();
  };
}
