const { Pool } = require('pg');

const pool = new Pool();

async function runQuery(sql) {
  const { rows } = await pool.query(sql);
  return rows;
}

module.exports = { runQuery };
