const os = require('os');
const express = require('express');
const { createClient } = require('redis');

const client = createClient({ url: process.env.REDIS_URL || 'redis://redis:6379' });
client.on('error', (error) => console.error('Redis:', error.message));

const app = express();
app.use(express.json());

app.get('/', async (req, res) => {
  let visits;
  try {
    if (!client.isReady) throw new Error('not connected');
    visits = await client.incr('visits');
  } catch (error) {
    visits = `<i>cannot connect to Redis (${error.message})</i>`;
  }
  res.send(
    `<h3>Hello ${process.env.NAME || 'world'}!</h3><b>Hostname:</b> ${os.hostname()}<br/><b>Visits:</b> ${visits}\n`,
  );
});

app.get('/health', (req, res) => res.json({ status: 'ok' }));

app.post('/echo/:name', (req, res) =>
  res.status(201).json({ name: req.params.name, query: req.query, body: req.body }),
);

app.get('/boom', () => {
  throw new Error('boom');
});

const port = process.env.PORT || 3000;
const server = app.listen(port, () => console.log(`Listening on port ${port}`));
client.connect().catch(() => {});

process.on('SIGTERM', () => {
  console.log('Closing');
  server.close(() => process.exit(0));
});
