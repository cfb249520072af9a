//go:build !purego

#include "textflag.h"

// The assembler has no names for multiply-add of 16 into 32 bits.

// SMLAL(m, i, n, d): Vd.4S += Vn.4H × Vm.H[i]; SMLAL2 takes the upper half of Vn.
#define SMLAL(m, i, n, d)  WORD $(0x0F402000 | ((i)&1)<<20 | (((i)>>1)&1)<<21 | (((i)>>2)&1)<<11 | (m)<<16 | (n)<<5 | (d))
#define SMLAL2(m, i, n, d) WORD $(0x4F402000 | ((i)&1)<<20 | (((i)>>1)&1)<<21 | (((i)>>2)&1)<<11 | (m)<<16 | (n)<<5 | (d))

// SMLALV(m, n, d): Vd.4S += Vn.4H × Vm.4H; SMLALV2 takes the upper halves.
#define SMLALV(m, n, d)  WORD $(0x0E608000 | (m)<<16 | (n)<<5 | (d))
#define SMLALV2(m, n, d) WORD $(0x4E608000 | (m)<<16 | (n)<<5 | (d))

// ROW4(i, n) adds input i of four rows, in V0 to V3, times the eight weights of
// Vn to the sums in V20 to V27.
#define ROW4(i, n) \
	SMLAL(0, i, n, 20)  \
	SMLAL2(0, i, n, 21) \
	SMLAL(1, i, n, 22)  \
	SMLAL2(1, i, n, 23) \
	SMLAL(2, i, n, 24)  \
	SMLAL2(2, i, n, 25) \
	SMLAL(3, i, n, 26)  \
	SMLAL2(3, i, n, 27)

// func sum4(x *int16, xStride int, w *int16, steps int, dst *int32, dstStride int)
TEXT ·sum4(SB), NOSPLIT, $0-48
	MOVD x+0(FP), R0
	MOVD xStride+8(FP), R1
	MOVD w+16(FP), R2
	MOVD steps+24(FP), R3
	MOVD dst+32(FP), R4
	MOVD dstStride+40(FP), R5
	ADD  R1, R0, R6
	ADD  R1, R6, R7
	ADD  R1, R7, R8
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16
	VEOR V22.B16, V22.B16, V22.B16
	VEOR V23.B16, V23.B16, V23.B16
	VEOR V24.B16, V24.B16, V24.B16
	VEOR V25.B16, V25.B16, V25.B16
	VEOR V26.B16, V26.B16, V26.B16
	VEOR V27.B16, V27.B16, V27.B16

loop4:
	VLD1.P 64(R2), [V16.H8, V17.H8, V18.H8, V19.H8]
	VLD1.P 8(R0), [V0.H4]
	VLD1.P 8(R6), [V1.H4]
	VLD1.P 8(R7), [V2.H4]
	VLD1.P 8(R8), [V3.H4]
	ROW4(0, 16)
	ROW4(1, 17)
	ROW4(2, 18)
	ROW4(3, 19)
	SUBS   $1, R3
	BNE    loop4

	VST1 [V20.S4, V21.S4], (R4)
	ADD  R5, R4
	VST1 [V22.S4, V23.S4], (R4)
	ADD  R5, R4
	VST1 [V24.S4, V25.S4], (R4)
	ADD  R5, R4
	VST1 [V26.S4, V27.S4], (R4)
	RET

// func sum1(x, w *int16, steps int, dst *int32)
TEXT ·sum1(SB), NOSPLIT, $0-32
	MOVD x+0(FP), R0
	MOVD w+8(FP), R2
	MOVD steps+16(FP), R3
	MOVD dst+24(FP), R4
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16

loop1:
	VLD1.P 64(R2), [V16.H8, V17.H8, V18.H8, V19.H8]
	VLD1.P 8(R0), [V0.H4]
	SMLAL(0, 0, 16, 20)
	SMLAL2(0, 0, 16, 21)
	SMLAL(0, 1, 17, 20)
	SMLAL2(0, 1, 17, 21)
	SMLAL(0, 2, 18, 20)
	SMLAL2(0, 2, 18, 21)
	SMLAL(0, 3, 19, 20)
	SMLAL2(0, 3, 19, 21)
	SUBS   $1, R3
	BNE    loop1

	VST1 [V20.S4, V21.S4], (R4)
	RET

// func dot(x, y *int16, blocks int) int32
TEXT ·dot(SB), NOSPLIT, $0-28
	MOVD x+0(FP), R0
	MOVD y+8(FP), R1
	MOVD blocks+16(FP), R2
	VEOR V20.B16, V20.B16, V20.B16

loopDot:
	VLD1.P 16(R0), [V0.H8]
	VLD1.P 16(R1), [V1.H8]
	SMLALV(1, 0, 20)
	SMLALV2(1, 0, 20)
	SUBS   $1, R2
	BNE    loopDot

	VADDV V20.S4, V20
	VMOV  V20.S[0], R0
	MOVW  R0, ret+24(FP)
	RET
