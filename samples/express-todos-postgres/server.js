const express = require('express');
const { Pool } = require('pg');
const os = require('os');

const pool = new Pool({
  host: process.env.DB_HOST || 'db',
  user: process.env.DB_USER || 'postgres',
  password: process.env.DB_PASSWORD,
  database: process.env.DB_NAME || 'postgres',
  connectionTimeoutMillis: 2000,
});
pool.on('error', (error) => console.error('lost a connection:', error.message));

const app = express();
app.use(express.json());

app.get('/', async (request, response, next) => {
  try {
    const { rows } = await pool.query('SELECT id, text, done FROM todos ORDER BY id');
    response.json(rows);
  } catch (error) {
    next(error);
  }
});

app.post('/', async (request, response, next) => {
  try {
    if (!request.body.text) return response.status(400).json({ error: 'text is missing' });
    const { rows } = await pool.query('INSERT INTO todos (text) VALUES ($1) RETURNING *', [
      request.body.text,
    ]);
    response.status(201).json(rows[0]);
  } catch (error) {
    next(error);
  }
});

app.put('/:id/done', async (request, response, next) => {
  try {
    const { rowCount } = await pool.query('UPDATE todos SET done = true WHERE id = $1', [request.params.id]);
    response.sendStatus(rowCount === 1 ? 204 : 404);
  } catch (error) {
    next(error);
  }
});

app.get('/whoami', (request, response) => response.send(`${os.hostname()}\n`));

app.use((error, request, response, next) => {
  console.error('no database:', error.code || error.message);
  response.status(500).send('<h1>The list is asleep</h1>\n');
});

async function start() {
  for (let attempt = 1; ; attempt++) {
    try {
      await pool.query(
        'CREATE TABLE IF NOT EXISTS todos (id serial PRIMARY KEY, text text NOT NULL, done boolean NOT NULL DEFAULT false)',
      );
      break;
    } catch (error) {
      console.log(`attempt ${attempt}: ${error.code || error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  const server = app.listen(3000, () => console.log('listening on 3000'));
  process.on('SIGTERM', () => {
    console.log('closing');
    server.close(() => pool.end().then(() => process.exit(0)));
  });
}

start();
