;; Maps that keep the order of their keys: the table is a list of entries in the order they came, so that all of MicroPython's loops over tables
;; see that order, and a table of more than 8 entries has an index behind it: how many entries are taken (0: not known), then a hash table of
;; entry numbers from 1. A removed entry stays as a gap (key 4) until the table is made anew.
;; A map is {flags | used << 3, entries, table}; flags: 1 all keys are interned strings, 2 fixed, 4 ordered (those have no index and are not for us).

(func $omap_slots (param $n i32) (result i32)
  ;; the power of two from 1.5 n on
  (i32.shl (i32.const 1) (i32.sub (i32.const 32) (i32.clz (i32.sub (i32.add (local.get $n) (i32.shr_u (local.get $n) (i32.const 1))) (i32.const 1))))))

(func $omap_bytes (param $n i32) (result i32)
  (if (i32.le_u (local.get $n) (i32.const 8)) (then (return (i32.shl (local.get $n) (i32.const 3)))))
  (i32.add (i32.add (i32.shl (local.get $n) (i32.const 3)) (i32.const 4)) (i32.shl (call $omap_slots (local.get $n)) (i32.const 2))))

(func $omap_hash (param $key i32) (result i32)
  (local $h i32)
  (local.set $h
    (if (result i32) (i32.eq (i32.and (local.get $key) (i32.const 7)) (i32.const 2))
      (then (call $QSTR_HASH (i32.shr_u (local.get $key) (i32.const 3))))
      (else (i32.shr_s (call $UNARY_OP (i32.const 6) (local.get $key)) (i32.const 1)))))
  (local.set $h (i32.mul (local.get $h) (i32.const 0x9E3779B1)))
  (i32.xor (local.get $h) (i32.shr_u (local.get $h) (i32.const 15))))

;; Builds the index from the entries.
(func $omap_reindex (param $map i32)
  (local $n i32) (local $table i32) (local $index i32) (local $mask i32) (local $i i32) (local $at i32) (local $key i32) (local $top i32)
  (local.set $n (i32.load offset=4 (local.get $map)))
  (if (i32.le_u (local.get $n) (i32.const 8)) (then (return)))
  (local.set $table (i32.load offset=8 (local.get $map)))
  (local.set $index (i32.add (local.get $table) (i32.shl (local.get $n) (i32.const 3))))
  (local.set $mask (i32.sub (call $omap_slots (local.get $n)) (i32.const 1)))
  (memory.fill (local.get $index) (i32.const 0) (i32.add (i32.const 8) (i32.shl (local.get $mask) (i32.const 2))))
  (block $end (loop $entries
    (br_if $end (i32.eq (local.get $i) (local.get $n)))
    (local.set $key (i32.load (i32.add (local.get $table) (i32.shl (local.get $i) (i32.const 3)))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br_if $entries (i32.eqz (local.get $key)))
    (br_if $entries (i32.eq (local.get $key) (i32.const 4)))
    (local.set $top (local.get $i))
    (local.set $at (i32.and (call $omap_hash (local.get $key)) (local.get $mask)))
    (block $free (loop $probe
      (br_if $free (i32.eqz (i32.load offset=4 (i32.add (local.get $index) (i32.shl (local.get $at) (i32.const 2))))))
      (local.set $at (i32.and (i32.add (local.get $at) (i32.const 1)) (local.get $mask)))
      (br $probe)))
    (i32.store offset=4 (i32.add (local.get $index) (i32.shl (local.get $at) (i32.const 2))) (local.get $i))
    (br $entries)))
  (i32.store (local.get $index) (local.get $top)))

;; Makes room: a new table without gaps, larger where there were few.
(func $omap_rehash (param $map i32)
  (local $used i32) (local $n i32) (local $old i32) (local $end i32) (local $from i32) (local $new i32) (local $to i32)
  (local.set $used (i32.shr_u (i32.load (local.get $map)) (i32.const 3)))
  (local.set $n
    (if (result i32) (i32.lt_u (local.get $used) (i32.const 4)) (then (i32.const 4))
      (else (if (result i32) (i32.lt_u (local.get $used) (i32.const 8)) (then (i32.const 8))
        (else (i32.div_u (i32.shl (call $omap_slots (i32.shl (i32.add (local.get $used) (i32.const 1)) (i32.const 1))) (i32.const 1)) (i32.const 3)))))))
  (local.set $new (call $NEW0 (call $omap_bytes (local.get $n))))
  (local.set $old (i32.load offset=8 (local.get $map)))
  (local.set $from (local.get $old))
  (local.set $to (local.get $new))
  (local.set $end (i32.add (local.get $old) (i32.shl (i32.load offset=4 (local.get $map)) (i32.const 3))))
  (block $done (loop $entries
    (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
    (if (i32.and (i32.ne (i32.load (local.get $from)) (i32.const 0)) (i32.ne (i32.load (local.get $from)) (i32.const 4)))
      (then
        (i64.store align=4 (local.get $to) (i64.load align=4 (local.get $from)))
        (local.set $to (i32.add (local.get $to) (i32.const 8)))))
    (local.set $from (i32.add (local.get $from) (i32.const 8)))
    (br $entries)))
  (i32.store offset=4 (local.get $map) (local.get $n))
  (i32.store offset=8 (local.get $map) (local.get $new))
  (call $omap_reindex (local.get $map))
  (call $FREE (local.get $old)))

;; The entry of a key, or 0. $kind: 0 look, 1 add where it is missing, 2 remove. $same: only the same object is the same key.
(func $omap_lookup (param $map i32) (param $key i32) (param $kind i32) (param $same i32) (result i32)
  (local $n i32) (local $table i32) (local $index i32) (local $mask i32) (local $at i32) (local $entry i32) (local $top i32) (local $hash i32) (local $k i32)
  ;; What can't be hashed is no key of an empty map either.
  (if (i32.eqz (i32.and (local.get $key) (i32.const 3)))
    (then (if (i32.ne (i32.load (local.get $key)) (i32.const STR_TYPE))
      (then (local.set $hash (call $omap_hash (local.get $key)))))))
  (block $missing (block $found
    (loop $again
      (local.set $n (i32.load offset=4 (local.get $map)))
      (local.set $table (i32.load offset=8 (local.get $map)))
      (local.set $top (i32.const 0))
      (if (i32.le_u (local.get $n) (i32.const 8))
        (then
          (local.set $at (i32.const 0))
          (block $end (loop $entries
            (br_if $end (i32.ge_u (local.get $at) (local.get $n)))
            (local.set $entry (i32.add (local.get $table) (i32.shl (local.get $at) (i32.const 3))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br_if $entries (i32.eqz (local.tee $k (i32.load (local.get $entry)))))
            (local.set $top (local.get $at))
            (br_if $found (i32.eq (local.get $k) (local.get $key)))
            (br_if $entries (i32.or (local.get $same) (i32.eq (local.get $k) (i32.const 4))))
            (br_if $entries (i32.eqz (call $EQUAL (local.get $k) (local.get $key))))
            (br $found))))
        (else
          (local.set $index (i32.add (local.get $table) (i32.shl (local.get $n) (i32.const 3))))
          (if (i32.and (i32.eqz (i32.load (local.get $index))) (i32.gt_u (i32.load (local.get $map)) (i32.const 7)))
            (then (call $omap_reindex (local.get $map))))
          (local.set $mask (i32.sub (call $omap_slots (local.get $n)) (i32.const 1)))
          (if (i32.eqz (local.get $hash)) (then (local.set $hash (call $omap_hash (local.get $key)))))
          (local.set $at (i32.and (local.get $hash) (local.get $mask)))
          (block $end (loop $probe
            (br_if $end (i32.eqz (local.tee $k (i32.load offset=4 (i32.add (local.get $index) (i32.shl (local.get $at) (i32.const 2)))))))
            (local.set $entry (i32.add (local.get $table) (i32.shl (i32.sub (local.get $k) (i32.const 1)) (i32.const 3))))
            (br_if $found (i32.eq (local.tee $k (i32.load (local.get $entry))) (local.get $key)))
            (block $other
              (br_if $other (i32.or (local.get $same) (i32.or (i32.eqz (local.get $k)) (i32.eq (local.get $k) (i32.const 4)))))
              (br_if $found (call $EQUAL (local.get $k) (local.get $key))))
            (local.set $at (i32.and (i32.add (local.get $at) (i32.const 1)) (local.get $mask)))
            (br $probe)))
          (local.set $top (i32.load (local.get $index)))))
      (br_if $missing (i32.ne (local.get $kind) (i32.const 1)))
      (if (i32.eq (local.get $top) (local.get $n))
        (then (call $omap_rehash (local.get $map)) (br $again))))
    (local.set $entry (i32.add (local.get $table) (i32.shl (local.get $top) (i32.const 3))))
    (if (i32.gt_u (local.get $n) (i32.const 8))
      (then
        (i32.store (local.get $index) (i32.add (local.get $top) (i32.const 1)))
        (i32.store offset=4 (i32.add (local.get $index) (i32.shl (local.get $at) (i32.const 2))) (i32.add (local.get $top) (i32.const 1)))))
    (i32.store (local.get $entry) (local.get $key))
    (i32.store offset=4 (local.get $entry) (i32.const 0))
    (i32.store (local.get $map) (i32.add (i32.load (local.get $map)) (i32.const 8)))
    (if (i32.ne (i32.and (local.get $key) (i32.const 7)) (i32.const 2))
      (then (i32.store (local.get $map) (i32.and (i32.load (local.get $map)) (i32.const -2)))))
    (return (local.get $entry)))
  ;; found
  (if (i32.eq (local.get $kind) (i32.const 2))
    (then
      (i32.store (local.get $map) (i32.sub (i32.load (local.get $map)) (i32.const 8)))
      (i32.store (local.get $entry) (i32.const 4))))
  (return (local.get $entry)))
  (i32.const 0))
