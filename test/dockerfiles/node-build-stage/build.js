import { mkdirSync, writeFileSync } from "node:fs";

mkdirSync("dist", { recursive: true });
writeFileSync("dist/main.js", `console.log("built ${process.env.BUILD_ID}");\n`);
