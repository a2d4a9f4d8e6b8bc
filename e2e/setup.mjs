#!/usr/bin/env node
import { installChrome, installEditor } from './driver/install.mjs';

try {
  await installEditor();
  console.log(`e2e: editor installed, browser ${await installChrome()}`);
} catch (error) {
  console.error(`e2e setup failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
