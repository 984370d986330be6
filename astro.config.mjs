import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  // The server entry decides on the address; nothing here depends on where the site runs.
  trailingSlash: 'ignore',
  compressHTML: true,
  // One answer holds a page: during a rush there is no second request to wait for.
  build: { inlineStylesheets: 'always', assets: 'assets' },
  // Nothing here is written in Markdown with code; the default highlighter would break the policy.
  markdown: { syntaxHighlight: false },
  // It brings a binary per platform, which no bundle can hold.
  vite: { ssr: { external: ['@resvg/resvg-js'] } },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
      ],
    },
  },
});
