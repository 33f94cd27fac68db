#!/bin/sh
# One night of Sisir: runs it in its working folder, keeps the summary and the log of the day,
# and mails what a person should know, by exit code. Explained in README.md and panduan.md.
#
# Settings (environment; names that begin with SISIR_ belong to Sisir itself):
#   NIGHTLY_FOLDER       working folder, with sisir.config.json        /srv/sisir
#   NIGHTLY_COMMAND      how Sisir is called                           sisir
#   NIGHTLY_MAIL_TO      who gets the mail; empty: nobody              (empty)
#   NIGHTLY_MAIL         command that takes -s SUBJECT ADDRESS         mail
#   NIGHTLY_MAIL_ALWAYS  1: also when all is well                      0
#   NIGHTLY_KEEP_DAYS    days that summaries and logs are kept         90
set -u
umask 077

folder=${NIGHTLY_FOLDER:-/srv/sisir}
command=${NIGHTLY_COMMAND:-sisir}
mail_to=${NIGHTLY_MAIL_TO:-}
mail=${NIGHTLY_MAIL:-mail}
always=${NIGHTLY_MAIL_ALWAYS:-0}
keep_days=${NIGHTLY_KEEP_DAYS:-90}

cd "$folder" || exit 2
mkdir -p nightly
stamp=$(date +%Y%m%dT%H%M%S)
summary=nightly/$stamp.txt
log=nightly/$stamp.log

"$command" run --resume >"$summary" 2>"$log"
code=$?

case $code in
  0) told='selesai / done' ;;
  2) told='setelan, perintah, atau aturan salah / settings, command or rule wrong' ;;
  3) told='masukan ditolak / input refused' ;;
  4) told='selesai, AMBANG MUTU TERLAMPAUI / done, QUALITY GATE EXCEEDED' ;;
  5) told='proses lain sedang berjalan / another run holds the lock' ;;
  129 | 130 | 143) told='DIHENTIKAN dari luar / STOPPED from outside' ;;
  *) told='GAGAL / FAILED' ;;
esac

if [ -n "$mail_to" ] && { [ "$code" -ne 0 ] || [ "$always" = 1 ]; }; then
  {
    cat "$summary"
    if [ "$code" -ne 0 ] && [ "$code" -ne 4 ]; then
      printf '\n%s:\n' "$log"
      tail -n 20 "$log"
    fi
  } | "$mail" -s "Sisir $(uname -n): $told ($code)" "$mail_to"
fi

find nightly -type f -mtime "+$keep_days" -delete
exit "$code"
