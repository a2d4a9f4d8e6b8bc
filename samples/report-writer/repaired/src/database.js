const { Pool } = require('pg');

const pool = new Pool();

async function salesByRegion(region) {
  const { rows } = await pool.query('SELECT month, total FROM sales WHERE region = $1 LIMIT 200', [region]);
  return rows;
}

module.exports = { salesByRegion };
