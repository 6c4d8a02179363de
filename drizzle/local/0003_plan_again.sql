-- By hand: warnings and reminders are planned from this release on, and what is open was planned without them.
INSERT INTO `replan` (`organization_id`, `before_newest`)
SELECT DISTINCT `organization_id`, 9007199254740991 FROM `ticket` WHERE `is_open` = 1 AND `sensitive` = 0
ON CONFLICT DO UPDATE SET `before_newest` = excluded.`before_newest`;
