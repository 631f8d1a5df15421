//! Slow hashes: argon2id over an HMAC of the text under the store's pepper, so that hashes that leave the desk
//! without its data key cannot be guessed at all. PHC strings carry version, costs and salt.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::adapter::machine;
use crate::adapter::seal::Vault;
use crate::domain::hash::{HashError, Hashed, Hasher, Scheme};
use crate::domain::policy::Argon2Policy;
use crate::domain::secret::{ExposeSecret, Secret};

/// Length of a hash in bytes.
const OUTPUT: usize = 32;
/// Costs above these are not ours and not an honest import's; checking against them would stop the desk.
const MOST_MEMORY: u32 = 1 << 20;
const MOST_PASSES: u32 = 64;
const MOST_LANES: u32 = 16;

/// The hasher of a store.
pub struct Argon2Hasher {
    vault: Vault,
    costs: Params,
    dummy: Hashed,
}

impl Argon2Hasher {
    /// A hasher with the pepper of a store and the costs in force.
    ///
    /// # Errors
    /// [`HashError`] where the costs are beyond what argon2 takes.
    pub fn new(vault: Vault, costs: &Argon2Policy) -> Result<Self, HashError> {
        let costs = Params::new(costs.memory, costs.passes, costs.lanes, Some(OUTPUT)).map_err(|_| HashError)?;
        // The hash of nothing: that a text has these 32 bytes for its hash is as unlikely as that its hash is guessed.
        // Checking takes as long as for a real one, but making it takes no time, so that no start waits for it.
        let mut unknown = [0; OUTPUT];
        getrandom::fill(&mut unknown).map_err(|_| HashError)?;
        let dummy = phc(&salt()?, &unknown, &costs)?;
        Ok(Self { vault, costs, dummy })
    }
}

impl std::fmt::Debug for Argon2Hasher {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Argon2Hasher({:?}, {:?})", self.vault, self.costs)
    }
}

impl Hasher for Argon2Hasher {
    fn hash(&self, text: &Secret) -> Result<Hashed, HashError> {
        hash(self.vault.peppered(text).as_slice(), &self.costs)
    }

    fn verify(&self, text: &Secret, hashed: &Hashed) -> bool {
        let agrees = match hashed.scheme {
            Scheme::Peppered => agrees(self.vault.peppered(text).as_slice(), &hashed.phc),
            Scheme::Imported => agrees(text.expose_secret().as_bytes(), &hashed.phc),
        };
        agrees.unwrap_or(false)
    }

    fn dummy(&self) -> &Hashed {
        &self.dummy
    }

    fn is_outdated(&self, hashed: &Hashed) -> bool {
        let is_current = || {
            let made = Made::read(&hashed.phc)?;
            let enough = made.costs.m_cost() >= self.costs.m_cost()
                && made.costs.t_cost() >= self.costs.t_cost()
                && made.costs.p_cost() >= self.costs.p_cost();
            Some(made.algorithm == Algorithm::Argon2id && made.version == Version::V0x13 && enough)
        };
        hashed.scheme == Scheme::Imported || !is_current().unwrap_or(false)
    }
}

/// A hasher that lets the windows go first: the thread that hashes steps back behind all others. Without it a letter
/// typed while a hash is made waits until the scheduler takes the core away from the hash.
#[derive(Debug)]
pub struct Considerate<H>(pub H);

impl<H: Hasher> Hasher for Considerate<H> {
    fn hash(&self, text: &Secret) -> Result<Hashed, HashError> {
        machine::step_back();
        self.0.hash(text)
    }

    fn verify(&self, text: &Secret, hashed: &Hashed) -> bool {
        machine::step_back();
        self.0.verify(text, hashed)
    }

    fn dummy(&self) -> &Hashed {
        self.0.dummy()
    }

    fn is_outdated(&self, hashed: &Hashed) -> bool {
        self.0.is_outdated(hashed)
    }
}

/// Takes a PHC string that an import brought: argon2 of the text alone, with costs that a desk can bear.
pub fn import(phc: &str) -> Option<Hashed> {
    Made::read(phc).map(|_| Hashed {
        scheme: Scheme::Imported,
        phc: phc.to_owned(),
    })
}

/// How a hash was made, and what came out.
struct Made {
    algorithm: Algorithm,
    version: Version,
    costs: Params,
    salt: Salt,
    output: Output,
}

impl Made {
    fn read(phc: &str) -> Option<Self> {
        let parsed = PasswordHash::new(phc).ok()?;
        let costs = Params::try_from(&parsed).ok()?;
        let bearable = costs.m_cost() <= MOST_MEMORY && costs.t_cost() <= MOST_PASSES && costs.p_cost() <= MOST_LANES;
        if !bearable {
            return None;
        }
        Some(Self {
            algorithm: Algorithm::try_from(parsed.algorithm.as_str()).ok()?,
            // The reference library left the version out when there was but one.
            version: parsed.version.map_or(Ok(Version::V0x10), Version::try_from).ok()?,
            costs,
            salt: parsed.salt?,
            output: parsed.hash?,
        })
    }
}

fn salt() -> Result<[u8; 16], HashError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| HashError)?;
    Ok(salt)
}

fn hash(text: &[u8], costs: &Params) -> Result<Hashed, HashError> {
    let salt = salt()?;
    let mut output = Zeroizing::new([0; OUTPUT]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, costs.clone())
        .hash_password_into(text, &salt, output.as_mut_slice())
        .map_err(|_| HashError)?;
    phc(&salt, output.as_slice(), costs)
}

fn phc(salt: &[u8], output: &[u8], costs: &Params) -> Result<Hashed, HashError> {
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(costs).map_err(|_| HashError)?,
        salt: Some(Salt::new(salt).map_err(|_| HashError)?),
        hash: Some(Output::new(output).map_err(|_| HashError)?),
    };
    Ok(Hashed {
        scheme: Scheme::Peppered,
        phc: phc.to_string(),
    })
}

fn agrees(text: &[u8], phc: &str) -> Option<bool> {
    let made = Made::read(phc)?;
    let mut output = Zeroizing::new(vec![0; made.output.as_bytes().len()]);
    Argon2::new(made.algorithm, made.version, made.costs.clone())
        .hash_password_into(text, made.salt.as_ref(), &mut output)
        .ok()?;
    Some(output.as_slice().ct_eq(made.output.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::adapter::seal::{DataKey, KeyId};
    use crate::domain::store_kind::StoreKind;

    fn hasher(key: u8, memory: u32, passes: u32) -> Argon2Hasher {
        let key = DataKey::new(KeyId::from_bytes([key; 8]), StoreKind::Drill, [key; 32]);
        Argon2Hasher::new(
            Vault::new(&key),
            &Argon2Policy {
                memory,
                passes,
                lanes: 1,
            },
        )
        .unwrap()
    }

    fn text(text: &str) -> Secret {
        Secret::from(text)
    }

    #[test]
    fn what_was_hashed_is_verified_and_nothing_else() {
        let hasher = hasher(1, 64, 1);
        let hashed = hasher.hash(&text("محمد")).unwrap();
        assert!(hasher.verify(&text("محمد"), &hashed));
        assert!(!hasher.verify(&text("محمود"), &hashed));
        assert!(!hasher.verify(&text(""), &hashed));
        assert!(hashed.phc.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{}", hashed.phc);
        assert_ne!(hasher.hash(&text("محمد")).unwrap(), hashed, "salted anew");
    }

    #[test]
    fn a_hash_is_worthless_without_the_pepper() {
        let hashed = hasher(1, 64, 1).hash(&text("answer")).unwrap();
        assert!(!hasher(2, 64, 1).verify(&text("answer"), &hashed));
        let bare = Hashed {
            scheme: Scheme::Imported,
            ..hashed
        };
        assert!(!hasher(1, 64, 1).verify(&text("answer"), &bare));
    }

    #[test]
    fn nothing_matches_the_dummy() {
        let hasher = hasher(1, 64, 1);
        assert!(!hasher.is_outdated(hasher.dummy()));
        for guess in ["", "dummy", "محمد"] {
            assert!(!hasher.verify(&text(guess), hasher.dummy()));
        }
    }

    #[test]
    fn imported_hashes_of_the_reference_library_are_verified() {
        // From the test vectors of the reference implementation: password, somesalt, argon2id and argon2i, t=2, m=2^8.
        let vectors = [
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
        ];
        let hasher = hasher(1, 64, 1);
        for vector in vectors {
            let hashed = import(vector).unwrap();
            assert!(hasher.verify(&text("password"), &hashed), "{vector}");
            assert!(!hasher.verify(&text("differentpassword"), &hashed));
            assert!(hasher.is_outdated(&hashed), "made anew at the next change");
        }
    }

    #[test]
    fn what_is_no_bearable_argon2_is_not_imported() {
        let bad = [
            "",
            "password",
            "$argon2id$",
            "$2b$12$abcdefghijklmnopqrstuv",
            "$scrypt$ln=16,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
            "$argon2id$v=18$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=4294967295,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=4000000000,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        ];
        for phc in bad {
            assert_eq!(import(phc), None, "{phc}");
            let hashed = Hashed {
                scheme: Scheme::Imported,
                phc: phc.to_owned(),
            };
            assert!(!hasher(1, 64, 1).verify(&text("password"), &hashed));
        }
    }

    #[test]
    fn hashes_of_lower_costs_are_outdated() {
        let old = hasher(1, 64, 1).hash(&text("answer")).unwrap();
        assert!(!hasher(1, 64, 1).is_outdated(&old));
        assert!(hasher(1, 128, 1).is_outdated(&old));
        assert!(hasher(1, 64, 2).is_outdated(&old));
        let new = hasher(1, 128, 2).hash(&text("answer")).unwrap();
        assert!(!hasher(1, 64, 1).is_outdated(&new));
        assert!(
            hasher(1, 64, 1).verify(&text("answer"), &new),
            "costs are those of the hash"
        );
        let broken = Hashed {
            scheme: Scheme::Peppered,
            phc: "broken".to_owned(),
        };
        assert!(hasher(1, 64, 1).is_outdated(&broken));
    }

    #[test]
    fn costs_beyond_argon2_are_refused() {
        let key = DataKey::new(KeyId::from_bytes([1; 8]), StoreKind::Drill, [1; 32]);
        for (memory, passes, lanes) in [(0, 1, 1), (64, 0, 1), (64, 1, 0), (8, 1, 2)] {
            assert!(Argon2Hasher::new(Vault::new(&key), &Argon2Policy { memory, passes, lanes }).is_err());
        }
    }
}
