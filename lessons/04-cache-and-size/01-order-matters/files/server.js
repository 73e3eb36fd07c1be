const express = require('express');

const app = express();
app.get('/', (request, response) => response.send('Welcome\n'));
app.listen(3000);
