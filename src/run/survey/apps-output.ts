/** While work goes on, what apps print goes to stderr: stdout is for the result, which programs read. */
export async function withAppsOutputApart<T>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}
