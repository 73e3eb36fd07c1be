const express = require("express");
const app = express();
app.get("/", (request, response) => response.send("hello from " + process.env.NODE_ENV));
const server = app.listen(3000, () => {
  require("http").get("http://localhost:3000/", (answer) => {
    answer.on("data", (data) => console.log(String(data)));
    answer.on("end", () => server.close(() => process.exit(0)));
  });
});
