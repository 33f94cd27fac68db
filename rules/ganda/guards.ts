import type { Guard } from '../../src/model/ganda.ts';
import ayahAnak from './guards/ayah-anak.ts';
import duaIdentitasLengkap from './guards/dua-identitas-lengkap.ts';
import duaNikSerumah from './guards/dua-nik-serumah.ts';
import kembar from './guards/kembar.ts';
import kembarTanpaNkk from './guards/kembar-tanpa-nkk.ts';
import namaLain from './guards/nama-lain.ts';
import namaMiripSerumah from './guards/nama-mirip-serumah.ts';
import nikBersama from './guards/nik-bersama.ts';
import nikBerurutan from './guards/nik-berurutan.ts';
import nikDisalin from './guards/nik-disalin.ts';
import nikTerbitDuaKali from './guards/nik-terbit-dua-kali.ts';
import nikTidakDiketahui from './guards/nik-tidak-diketahui.ts';
import nikTidakMemastikan from './guards/nik-tidak-memastikan.ts';
import saudaraSerumah from './guards/saudara-serumah.ts';
import sekeluarga from './guards/sekeluarga.ts';
import senamaDuaNik from './guards/senama-dua-nik.ts';
import senamaSerumah from './guards/senama-serumah.ts';
import senamaTanggalBaku from './guards/senama-tanggal-baku.ts';

/** Known ways in which two people look like one, in the order in which they are asked: the first that fires counts. */
export const GUARDS: readonly Guard[] = [
  kembar,
  nikBerurutan,
  namaMiripSerumah,
  senamaDuaNik,
  senamaTanggalBaku,
  duaNikSerumah,
  ayahAnak,
  senamaSerumah,
  saudaraSerumah,
  nikBersama,
  nikTerbitDuaKali,
  nikDisalin,
  duaIdentitasLengkap,
  namaLain,
  sekeluarga,
  kembarTanpaNkk,
  nikTidakMemastikan,
  nikTidakDiketahui,
];
