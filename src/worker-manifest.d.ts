/** Vite's build manifest: it exists once the browser files are built. */
declare module '*/dist/web/manifest.json' {
  const manifest: Parameters<typeof import('./http/assets.ts').readManifest>[0];
  export default manifest;
}
