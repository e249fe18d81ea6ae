package vn.ocopmarket.catalog.certificate;

import java.util.List;
import java.util.Locale;

/** Lists of certificates as files for spreadsheets. */
public interface CertificateFiles {

    byte[] csv(List<Standing> standings, Locale language);

    byte[] xlsx(List<Standing> standings, Locale language);
}
