//! Certificates for gateways on loopback: good ones, old ones, and ones of another name.

#![allow(dead_code)]

use std::fs;
use std::path::PathBuf;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};

/// When a certificate is good.
#[derive(Clone, Copy, Debug)]
pub enum Day {
    /// For years to come.
    Today,
    /// It was, years ago.
    LongAgo,
}

/// An authority, and the folder that its certificates lie in.
pub struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
    folder: tempfile::TempDir,
}

/// Where a certificate and its key lie, in PEM.
pub struct Paths {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority");
        Self {
            issuer,
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    /// Its own certificate, for whoever is to trust it.
    pub fn pem(&self) -> String {
        self.issuer.pem()
    }

    /// A certificate of it for a server of that name or address.
    pub fn certificate(&self, name: &str, day: Day) -> Paths {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new([name.to_owned()]).expect("a name");
        if let Day::LongAgo = day {
            params.not_before = date_time_ymd(2020, 1, 1);
            params.not_after = date_time_ymd(2021, 1, 1);
        }
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        let path = |kind: &str| self.folder.path().join(format!("{name}-{day:?}.{kind}.pem"));
        let paths = Paths {
            certificate: path("certificate"),
            key: path("key"),
        };
        fs::write(&paths.certificate, certificate.pem()).expect("written");
        fs::write(&paths.key, key.serialize_pem()).expect("written");
        paths
    }
}
