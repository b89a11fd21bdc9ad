-- Each question has no answer in a sound project; what it gives is what is wrong.

-- text: every document has its text
SELECT d.id FROM document d LEFT JOIN document_text t ON t.document = d.id
WHERE t.document IS NULL;

-- sightings: every document was seen somewhere
SELECT id FROM document WHERE id NOT IN (SELECT document FROM sighting);

-- once: no text is kept twice
SELECT MIN(id) FROM document GROUP BY text_sha256 HAVING COUNT(*) > 1;

-- codings: every coding has as many claims as it says
SELECT g.document FROM coding g LEFT JOIN claim c ON c.document = g.document AND c.added IS NULL
GROUP BY g.document, g.claims HAVING COUNT(c.id) <> g.claims;

-- claims: every claim belongs to a coding, or was added by a person
SELECT id FROM claim WHERE document NOT IN (SELECT document FROM coding) AND added IS NULL;

-- persons: every claim that a person added has its decision, and the decision its claim
SELECT d.id FROM decision d LEFT JOIN claim c ON c.added = d.id
WHERE d.kind = 'claim' AND (c.id IS NULL OR d.claim <> c.id OR c.document <> d.document OR c.number <> -d.id);

-- spans: every claim's words lie in its document
SELECT c.id FROM claim c JOIN document d ON d.id = c.document
WHERE c.evidence_start < 0 OR c.evidence_start >= c.evidence_end OR c.evidence_end > d.length
   OR c.trigger_start < 0 OR c.trigger_start >= c.trigger_end OR c.trigger_end > d.length;

-- families: every group of near copies is called after its first document
SELECT d.id FROM document d
WHERE d.family > d.id OR d.family NOT IN (SELECT id FROM document WHERE family = id);

-- away: documents are hidden whose addition is undone or that were removed, and no others
SELECT d.id FROM document d JOIN decision b ON b.id = d.batch
WHERE d.hidden <> (NOT b.active OR EXISTS (SELECT 1 FROM decision r WHERE r.document = d.id AND r.kind = 'remove' AND r.active));

-- hidden: claims are hidden and dated as their documents are, or hidden because a person took them back
SELECT c.id FROM claim c JOIN document d ON d.id = c.document LEFT JOIN decision a ON a.id = c.added
WHERE c.hidden <> (d.hidden OR NOT COALESCE(a.active, TRUE)) OR COALESCE(c.date, '') <> COALESCE(d.date, '');

-- actors: every end of a claim is a known actor
SELECT c.id FROM claim c LEFT JOIN actor s ON s.id = c.source LEFT JOIN actor t ON t.id = c.target
LEFT JOIN actor v ON v.id = c.voice
WHERE (c.source IS NOT NULL AND s.id IS NULL) OR (c.target IS NOT NULL AND t.id IS NULL)
   OR (c.voice IS NOT NULL AND v.id IS NULL);

-- undone: a decision counts unless its undoing does
SELECT d.id FROM decision d LEFT JOIN decision u ON u.undoes = d.id AND u.active
WHERE (d.active AND u.id IS NOT NULL) OR (NOT d.active AND u.id IS NULL);

-- reviews: every review points at a claim of its document, or at none
SELECT r.id FROM decision r LEFT JOIN claim c ON c.id = r.claim
WHERE r.claim IS NOT NULL AND (c.id IS NULL OR c.document <> r.document);

-- standing: only reviewed claims stand otherwise than coded
SELECT c.id FROM claim c WHERE c.status <> 'new'
AND NOT EXISTS (SELECT 1 FROM decision r WHERE r.claim = c.id AND r.active);
